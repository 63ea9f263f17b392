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
    for (const close of closes) await close();
    throw error;
  }
}
