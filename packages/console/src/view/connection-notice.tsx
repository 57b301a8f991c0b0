import { useConsole, useNow, useView } from './context.ts';
import { Icon } from './icon.tsx';

/** Shown while nothing can be sent; its seconds are not spoken. */
export function ConnectionNotice() {
  const { connection } = useConsole();
  const { texts } = useView();
  const now = useNow(1000, 0);
  if (connection.status === 'open' || connection.status === 'none') return null;
  const { connecting, reconnecting, retryIn } = texts.connection;
  if (connection.status === 'connecting') {
    return (
      <p class="connection" data-quiet={!connection.again}>
        <Icon name="again" />
        {connection.again ? reconnecting : connecting}
      </p>
    );
  }
  const seconds = Math.ceil(Math.max(0, connection.retryAt - now) / 1000);
  return (
    <p class="connection">
      <Icon name="alert" />
      {retryIn(seconds)}
    </p>
  );
}
