"""Who does the work: the calling thread, worker processes with limits, or a Dask cluster."""
