"""The type of --executor."""

import click

from dossier.pipeline.workers.workforce import cluster_of


class ExecutorParam(click.ParamType[str]):
    """An option that says what annotates and prints: "processes", or the address of a Dask cluster."""

    name = "executor"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The value; fails when it is neither."""
        try:
            cluster_of(value)
        except ValueError as error:
            self.fail(f"{error}.", param, ctx)
        return value
