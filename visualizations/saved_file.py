"""Files that a page saved: read as what they are to be, or refused with the place that is wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from graphmodel.errors import EnishiError
from graphmodel.messages import Message, reason_of

T = TypeVar("T", bound=BaseModel)


def read_saved(
    path: Path, model: type[T], wrong: Callable[[str, str], Message], again: Message
) -> T:
    """Read a JSON file that a page saved.

    Args:
        path: The file.
        model: What it is to hold.
        wrong: Says that it is none, given the place in it and the reason.
        again: How to come by a right one.

    Raises:
        EnishiError: If it cannot be read, or is none.
    """
    try:
        return model.model_validate_json(path.read_bytes())
    except OSError as error:
        raise EnishiError(
            Message("{path} cannot be read: {reason}.", path=path, reason=reason_of(error))
        ) from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"])) or "JSON"
        raise EnishiError(wrong(place, first["msg"]), again) from error
