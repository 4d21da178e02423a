"""The command that lets a shell complete ours: completion."""

from __future__ import annotations

import click

_SHELLS = ("bash", "zsh", "fish", "powershell")


@click.command()
@click.argument("shell", type=click.Choice(_SHELLS))
def completion(shell: str) -> None:
    """Print what makes a shell complete commands, ids and saved queries.

    Put it where your shell reads it when it starts. Names of entities come from the graph in your cache, or the one
    named by ENISHI_STORE; nothing is built for them.

    \b
    Examples:
      enishi completion bash        (add to ~/.bashrc: eval "$(enishi completion bash)")
      enishi completion zsh         (add to ~/.zshrc: eval "$(enishi completion zsh)")
      enishi completion fish        (save as ~/.config/fish/completions/enishi.fish)
      enishi completion powershell  (add to $PROFILE: Invoke-Expression (& enishi completion powershell | Out-String))
    """
    from click.shell_completion import get_completion_class

    from enishi.cli.completing import add_shells

    add_shells()
    found = get_completion_class(shell)
    assert found is not None
    root = click.get_current_context().find_root()
    click.echo(found(root.command, {}, "enishi", "_ENISHI_COMPLETE").source())
