"""The command `enishi`."""

from __future__ import annotations

import io
import os
import sys

CLOSED_PIPE = 141
"""Exit code where whoever reads has closed the pipe (`| head`), which is neither success nor a finding: that of SIGPIPE."""


def main() -> None:
    """Run the command; a known problem is told in a sentence, any other shows its traceback."""
    for stream in (sys.stdout, sys.stderr):  # a Windows console may not be UTF-8; what we print is
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")

    from enishi.cli import cli  # noqa: PLC0415 - after the streams are set
    from enishi.language import told  # noqa: PLC0415
    from graphmodel.errors import EnishiError  # noqa: PLC0415

    if "_ENISHI_COMPLETE" in os.environ:  # a shell asks what may come next
        from enishi.cli.completing import add_shells  # noqa: PLC0415

        add_shells()

    output = sys.stdout
    try:
        _require_text(sys.argv)
        cli.main(prog_name="enishi")
    except EnishiError as error:
        if "--debug" in sys.argv:
            raise
        print(f"enishi: {told(error.told)}", file=sys.stderr)  # noqa: T201
        sys.exit(error.exit_code)
    except SystemExit:
        if sys.stdout is not output:  # click puts another in the place of one that was closed
            sys.exit(CLOSED_PIPE)
        raise
    finally:
        _flush()


def _require_text(arguments: list[str]) -> None:
    """Refuse bytes that are no text here: no engine, file or message could be given them.

    Raises:
        UsageError: With the first such argument.
    """
    from graphmodel.errors import UsageError  # noqa: PLC0415 - after the streams are set
    from graphmodel.messages import Message  # noqa: PLC0415

    for argument in arguments:
        shown = argument.encode("utf-8", "replace").decode("utf-8")
        if shown != argument:
            raise UsageError(
                Message("{argument!r} is not text in UTF-8.", argument=shown),
                Message("Write it in UTF-8, and set a locale that has it: LC_ALL=C.UTF-8"),
            )


def _flush() -> None:
    """Write what is left, before Python does and complains of a pipe that was closed."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(CLOSED_PIPE)


if __name__ == "__main__":
    main()
