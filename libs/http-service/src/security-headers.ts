const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
} as const;

/** Sent with each answer; data is never a document that may do anything. */
export const dataHeaders: Readonly<Record<string, string>> = {
  ...everywhere,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
};

/** Pages take scripts, styles and data from their own origin only, and nothing inline. */
export const pageHeaders: Readonly<Record<string, string>> = {
  ...everywhere,
  'content-security-policy': pagePolicy([]),
};

/** Files from people: even opened as a document they run nothing. */
export const fileHeaders: Readonly<Record<string, string>> = {
  ...everywhere,
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
};

/** The policy of a page whose form may lead on to other origins: browsers apply `form-action` to redirects too. */
export function pagePolicy(formTargets: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
