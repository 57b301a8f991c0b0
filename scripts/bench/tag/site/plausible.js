import Plausible from 'plausible-tracker';

// As the README's "Automatically tracking page views" has it. It sends nothing
// from localhost unless asked to.
const { enableAutoPageviews } = Plausible({
  domain: 'shop.example',
  apiHost: ENDPOINT,
  trackLocalhost: true,
});
enableAutoPageviews();
