/** The house's sign: a green leaf and a white one, from one stem on blue. The same drawing as public/icon.svg. */
export function Sprout() {
  return (
    <svg viewBox="0 0 64 64" aria-hidden className="size-6 flex-none">
      <rect width="64" height="64" rx="14" fill="#1d5fbf" />
      <path d="M32 54V33" stroke="#fff" strokeWidth="4" strokeLinecap="round" />
      <path d="M32 36C32 22 41 12 54 11c1 14-8 25-22 25z" fill="#fff" />
      <path d="M32 45C32 34 24 26 11 26c0 11 8 19 21 19z" fill="#8fe0bd" />
    </svg>
  );
}
