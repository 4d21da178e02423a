"""Where graphs are kept: one protocol, one module per engine."""

from graphmodel.stores.base import (
    ConstraintError,
    GraphStore,
    QueryError,
    QueryTimeoutError,
    ReadOnlyError,
    Result,
    StoreError,
)

__all__ = [
    "ConstraintError",
    "GraphStore",
    "QueryError",
    "QueryTimeoutError",
    "ReadOnlyError",
    "Result",
    "StoreError",
]
