type Close = () => unknown;

/**
 * Opens several things one after the other. Where a later one cannot be opened, those before are closed again, the last
 * first: what stays open would keep the process, and whoever waits for it, for ever.
 */
export async function closeOnFailure<Opened>(
  open: (closing: (close: Close) => void) => Promise<Opened>,
): Promise<Opened> {
  const closes: Close[] = [];
  try {
    return await open((close) => void closes.unshift(close));
  } catch (error) {
    // Why it could not be opened matters more than what else went wrong on the way out.
    await closeAll(closes).catch(() => undefined);
    throw error;
  }
}

/** Closes each, in this order, also where one before failed: on a full disk many do. Throws the first failure. */
export async function closeAll(closes: readonly Close[]): Promise<void> {
  const failures: unknown[] = [];
  for (const close of closes) {
    try {
      await close();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
