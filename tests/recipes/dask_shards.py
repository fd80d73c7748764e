"""One simulation on a Dask cluster: every task is one shard, run by the same command as by hand.

    pip install dask distributed
    python tests/recipes/dask_shards.py --shards 8 --paths 1000000 --scenario readme

All flags but those below go to `simulate`. Without --scheduler it starts a cluster on this machine;
with one, each worker needs this project in the same folder, and Node or Deno. Shards come back as
the tasks' results, so no disk has to be shared; Dask runs a task whose worker is lost again.
"""

import argparse
import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from dask.distributed import Client, LocalCluster

PROJECT = Path(__file__).resolve().parents[2]


def simulate(task, project, flags, shard):
    """Runs one shard: its exit code, its JSON, and what it had to say."""
    command = [*task, "simulate", *flags, "--shard", shard]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0], allow_abbrev=False)
    parser.add_argument("--shards", type=int, default=os.cpu_count(), help="number of parts")
    parser.add_argument("--scheduler", help="address of a running cluster")
    parser.add_argument("--task", default="npx -y deno@2.9.6 task --quiet", help="how tasks are run")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    own, flags = parser.parse_known_args()
    task = shlex.split(own.task)

    names = [f"{i}/{own.shards}" for i in range(1, own.shards + 1)]
    with cluster(own.scheduler) as client:
        tasks = [client.submit(simulate, task, PROJECT, flags, name) for name in names]
        results = client.gather(tasks)
    for code, _, errors in results:
        if code != 0:
            sys.exit(errors.strip())

    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"{i}.json") for i in range(1, own.shards + 1)]
        for file, (_, shard, _) in zip(files, results):
            file.write_text(shard, encoding="utf-8")
        merge = [*task, "merge", *map(str, files), *(["--json"] if own.json else [])]
        sys.exit(subprocess.run(merge, cwd=PROJECT).returncode)


def cluster(scheduler):
    """The cluster at an address, or one on this machine: a process a core, seen from nowhere else."""
    if scheduler:
        return Client(scheduler)
    return Client(LocalCluster(host="127.0.0.1", threads_per_worker=1, dashboard_address=None))


if __name__ == "__main__":
    main()
