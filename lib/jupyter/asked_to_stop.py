"""Tells when a kernel is asked to stop what it runs."""

from jupyter_client.utils import ensure_async


def stop_listeners(kernel_manager):
    """Those who are called whenever the kernel is asked to stop: a set to add to."""
    listeners = getattr(kernel_manager, "stop_listeners", None)
    if listeners is None:
        listeners = kernel_manager.stop_listeners = set()
        interrupt = kernel_manager.interrupt_kernel

        async def tell_and_interrupt():
            for listener in list(listeners):
                listener()
            return await ensure_async(interrupt())

        kernel_manager.interrupt_kernel = tell_and_interrupt
    return listeners
