import { useConsole, useView } from './context.ts';
import { Login } from './login.tsx';
import { Logo } from './logo.tsx';
import { Workspace } from './workspace.tsx';

export function App() {
  const { session } = useConsole();
  switch (session.status) {
    case 'checking':
      return <Blank />;
    case 'unreachable':
      return <Unreachable />;
    case 'out':
      return <Login session={session} />;
    case 'in':
      return <Workspace />;
  }
}

function Blank() {
  const { texts } = useView();
  return (
    <main class="login">
      <p class="blank" role="status">
        <Logo />
        <span class="quiet">{texts.login.checking}</span>
      </p>
    </main>
  );
}

function Unreachable() {
  const { texts, model } = useView();
  return (
    <main class="login">
      <div class="login-card">
        <Logo />
        <h1>{texts.login.unreachable}</h1>
        <button
          class="button primary wide"
          onClick={() => void model.actions.tryAgain()}
        >
          {texts.login.tryAgain}
        </button>
      </div>
    </main>
  );
}
