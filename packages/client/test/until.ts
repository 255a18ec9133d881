/** Waits until `probe` answers something; fails with what was waited for after `ms`. */
export async function until<Value>(what: string, probe: () => Value, ms = 3_000): Promise<NonNullable<Value>> {
  const end = Date.now() + ms;
  for (;;) {
    const value = probe();
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
