/*
 * The floor: a server that only sends back what it gets. Nothing that takes
 * messages over WebSockets with this library can cost less.
 */
import { WebSocketServer } from 'ws';

const server = new WebSocketServer({
  host: '127.0.0.1',
  port: 0,
  // As the gateway has it.
  perMessageDeflate: false,
});
server.on('connection', (socket) => {
  socket.on('message', (data, isBinary) => {
    socket.send(data, { binary: isBinary });
  });
});
server.on('listening', () => {
  const address = server.address();
  if (typeof address !== 'object' || address === null) return;
  console.log(
    JSON.stringify({
      msg: 'listening',
      url: `http://127.0.0.1:${address.port}`,
    }),
  );
});
