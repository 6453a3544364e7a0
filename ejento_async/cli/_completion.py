"""`ejento completion`: the script with which a shell completes commands, methods and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

_HOW = {
    "bash": "echo 'eval \"$(ejento completion bash)\"' >> ~/.bashrc",
    "zsh": "echo 'eval \"$(ejento completion zsh)\"' >> ~/.zshrc",
    "fish": "ejento completion fish > ~/.config/fish/completions/ejento.fish",
}


@click.command(
    epilog="\b\nTo have it in every shell, once:\n"
    + "\n".join(f"  {shell:<5} {how}" for shell, how in _HOW.items())
)
@click.argument("shell", type=click.Choice(list(_HOW)), help="The shell.")
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the completion script of a shell."""
    kind = get_completion_class(shell)
    if kind is None:  # pragma: no cover - click has all three
        raise click.UsageError(f"no completion for {shell}")
    root = context.find_root().command
    click.echo(kind(root, {}, "ejento", "_EJENTO_COMPLETE").source())
