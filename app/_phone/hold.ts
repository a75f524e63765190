/** Small things this browser remembers of what was already said to whoever uses it; nothing about anybody. */
export type Held = "lock-later" | "browser-hint";

const key = (name: Held) => `qinglan-${name}`;

export function isHeld(name: Held): boolean {
  try {
    return localStorage.getItem(key(name)) !== null;
  } catch {
    return false; // a browser that keeps nothing says it every time
  }
}

export function hold(name: Held): void {
  try {
    localStorage.setItem(key(name), "1");
  } catch {
    // as above
  }
}
