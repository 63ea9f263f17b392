import { defineRoute, redirect, type Sessions } from '@sillok/http-service';

export function signOutRoute(sessions: Sessions) {
  return defineRoute({
    method: 'POST',
    url: '/sign-out',
    operationId: 'signOut',
    summary: 'Ends the session of this browser',
    tag: 'portal',
    access: 'public',
    response: 'page',
    handle: () => redirect('/', [sessions.end()]),
  });
}
