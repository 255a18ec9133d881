/** The attributes that are text, each with a property of the same name. */
export const TEXT_ATTRIBUTES = ['site', 'api', 'mode', 'room', 'position', 'theme', 'locale', 'heading'] as const;

/** A change of one of these is another chat. */
export const IDENTITY: readonly string[] = ['site', 'api', 'room', 'locale'];

/** Gives a prototype the properties of the text attributes: empty where the attribute is not there, null takes it away. */
export function reflectAttributes(prototype: HTMLElement): void {
  for (const name of TEXT_ATTRIBUTES) {
    Object.defineProperty(prototype, name, {
      get(this: HTMLElement) {
        return this.getAttribute(name) ?? '';
      },
      set(this: HTMLElement, value: string | null | undefined) {
        if (value === null || value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, value);
      },
    });
  }
}

/** Properties that were set before the element was defined hide the accessors; this sets them again. */
export function takeEarlyProperties(element: HTMLElement, names: readonly string[]): void {
  const own = element as unknown as Record<string, unknown>;
  for (const name of [...TEXT_ATTRIBUTES, ...names]) {
    if (!Object.hasOwn(own, name)) continue;
    const value = own[name];
    delete own[name];
    own[name] = value;
  }
}
