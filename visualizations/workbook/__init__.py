"""The record as a workbook that officers edit, and what they changed in it."""
