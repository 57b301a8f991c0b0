import { useEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '../model/state.ts';
import { useView } from './context.ts';
import { Icon } from './icon.tsx';
import { Logo } from './logo.tsx';

type Out = Extract<Session, { status: 'out' }>;

export function Login({ session }: { readonly session: Out }) {
  const { texts, model } = useView();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const wasBusy = useRef(false);
  useEffect(() => {
    // After a refusal the password is written again, not looked for.
    if (wasBusy.current && !session.busy) field.current?.select();
    wasBusy.current = session.busy;
  }, [session.busy]);

  function submit(event: Event) {
    event.preventDefault();
    if (!session.busy) void model.actions.logIn(email.trim(), password);
  }

  return (
    <main class="login">
      <form class="login-card" onSubmit={submit} aria-labelledby="login-title">
        <Logo />
        <h1 id="login-title">{texts.login.title}</h1>
        <p class="quiet">{texts.login.lead}</p>
        {session.lapsed && <p class="login-lapsed">{texts.login.lapsed}</p>}
        <label for="email">{texts.login.email}</label>
        <input
          id="email"
          type="email"
          autocomplete="username"
          required
          autofocus
          dir="ltr"
          value={email}
          onInput={(event) => setEmail(event.currentTarget.value)}
        />
        <label for="password">{texts.login.password}</label>
        <input
          id="password"
          ref={field}
          type="password"
          autocomplete="current-password"
          required
          dir="ltr"
          value={password}
          aria-invalid={session.error === 'refused'}
          aria-describedby={session.error ? 'login-error' : undefined}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
        <p id="login-error" class="login-error" role="alert">
          {session.error && (
            <>
              <Icon name="alert" />
              {texts.login.errors[session.error]}
            </>
          )}
        </p>
        <button class="button primary wide" aria-disabled={session.busy}>
          {session.busy ? texts.login.busy : texts.login.submit}
        </button>
      </form>
    </main>
  );
}
