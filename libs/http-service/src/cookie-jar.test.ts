import { describe, expect, it } from 'vitest';
import { createCookieJar } from './cookie-jar.ts';

describe('a cookie jar', () => {
  it('gives cookies back to their own host and path', () => {
    const jar = createCookieJar();
    jar.keep('a.localhost', ['one=1; Path=/; HttpOnly', 'two=2; path=/deep']);
    expect(jar.header('a.localhost', '/')).toBe('one=1');
    expect(jar.header('a.localhost', '/deep/er')).toBe('one=1; two=2');
    expect(jar.header('b.localhost', '/')).toBe('');
  });

  it('forgets what is taken away', () => {
    const jar = createCookieJar();
    jar.keep('a', ['one=1', 'two=2']);
    jar.keep('a', ['one=; Max-Age=0', 'two=; expires=Thu, 01 Jan 1970 00:00:00 GMT']);
    expect(jar.header('a', '/')).toBe('');
  });
});
