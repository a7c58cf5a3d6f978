const lookEveryMs = 500;

/**
 * Calls `gone` once when the process that started this one is no more; answers how to stop watching. A signal reaches
 * npm alone when somebody kills it by its number, and a killed npm tells nobody.
 */
export function whenParentIsGone(gone: () => void): () => void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, lookEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}
