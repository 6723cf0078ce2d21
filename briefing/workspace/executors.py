"""Where analysis runs: in this process, in worker processes, or in whatever executor the caller brings."""

from __future__ import annotations

import concurrent.futures
import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

P = ParamSpec("P")
T = TypeVar("T")

MOST_WORKERS = 4


class InlineExecutor(Executor):
    """Does the work at once, in the calling thread: for a few articles, where new processes would cost more."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run ``fn`` and hand back its finished future."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - the future carries it to whoever asks for the result
            future.set_exception(error)
        return future


def worker_pool(workers: int = 0) -> ProcessPoolExecutor:
    """Worker processes that stay quiet, leave interrupts to their parent, and end with it.

    Args:
        workers: How many; 0 for one a core, at most four.
    """
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import resource_tracker

    count = workers or min(MOST_WORKERS, os.cpu_count() or 1)
    # a screen may have put something without a file descriptor in the place of standard error
    with contextlib.redirect_stderr(sys.__stderr__):
        resource_tracker.ensure_running()
        return ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)


def end_pool(pool: Executor) -> None:
    """End an executor without waiting for what it is doing; what is unfinished is begun anew next time."""
    processes: dict[int, Any] = dict(getattr(pool, "_processes", None) or {})
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes.values():
        process.terminate()


def _begin() -> None:
    """In a new worker: silence, no interrupts, no life after the parent's."""
    import multiprocessing

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silence, stream)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(5)
    # the arithmetic libraries would otherwise start a thread a core in each of the workers
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")


def _end_with(parent: Any) -> None:
    parent.join()
    os._exit(1)


def is_broken(error: BaseException) -> bool:
    """True where a worker died under its work."""
    return isinstance(error, concurrent.futures.BrokenExecutor)
