/** `attachment` with a plain name for old readers and the true one (RFC 6266 §4.3, RFC 8187). */
export function contentDisposition(name: string): string {
  const safe = name.toWellFormed().replaceAll(/[\p{Cc}/\\]/gu, '_');
  const plain = safe.replaceAll(/[^\x20-\x7e]|["%]/g, '_');
  const exact = encodeURIComponent(safe).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
