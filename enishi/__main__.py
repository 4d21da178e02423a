"""The command `enishi`."""

from __future__ import annotations

import io
import os
import sys


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

    try:
        cli.main(prog_name="enishi")
    except EnishiError as error:
        if "--debug" in sys.argv:
            raise
        print(f"enishi: {told(error.told)}", file=sys.stderr)  # noqa: T201
        sys.exit(error.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


if __name__ == "__main__":
    main()
