/** The texts that a visitor needs to begin writing; `{name}` stands for what is
 * put in. `en-more.ts` has the others. */
export const en = {
  title: 'Chat with us',
  launcher: 'Open the chat',
  launcherUnread: 'Open the chat, {count} unread',
  minimize: 'Minimise',
  close: 'Close',
  menu: 'More',
  welcome: 'Hello. How can we help?',
  welcomeHint: 'Write to us and someone from the team will answer here.',
  welcomeBusy:
    'We’re busy right now. Write to us; it may take a little longer.',
  welcomeOffline:
    'We’re not here right now. Leave a message and we’ll answer as soon as we’re back.',
  composer: 'Your message',
  placeholder: 'Write a message…',
  send: 'Send',
  agent: 'Our team',
};
