"""One text as a value: a whole number is read only where it can be no other."""

from __future__ import annotations

import pytest

from graphmodel.kinds import Budget
from loaders.known import Known
from loaders.lookup import Lookup
from loaders.values import BadValueError, How, value_texts

WHOLE = {
    "7": "7", "第7回": "7", "第１２回": "12", "1,500": "1500", "１，２３４，５６７": "1234567", "3rd": "3", "25人": "25",
}  # fmt: skip
REFUSED = ["1,5", "第1,2回", "12,34", "1,234,5", ",5", "5,", "1.5", "1，5", "七", "279億円"]


@pytest.fixture
def lookup(folder) -> Lookup:
    return Lookup(Known(folder.load()), {})


@pytest.mark.parametrize("text", WHOLE)
def test_a_whole_number_is_read(lookup: Lookup, text: str) -> None:
    (value,) = value_texts(Budget.fields["amount"], text, How(beside="by: s1"), lookup)
    assert value.startswith((f"{{is: {WHOLE[text]},", f'{{is: "{WHOLE[text]}",'))


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_whole_number_is_refused(lookup: Lookup, text: str) -> None:
    with pytest.raises(BadValueError) as error:
        list(value_texts(Budget.fields["amount"], text, How(beside="by: s1"), lookup))
    assert "no whole number" in error.value.message
