import { arrange } from '../looks/arrange.ts';
import { createContainers } from '../looks/container.ts';
import { followPin } from '../looks/follow-pin.ts';
import { register } from '../register.ts';
import type { OffersPart } from '../tag.ts';

/** All formats but the plain sticky one. */
register((tag): OffersPart => {
  const containers = createContainers(tag);
  return {
    async arrange(engagement, creative) {
      const look = arrange(engagement, creative);
      const { format, zone } = engagement;
      if (format === 'slide-out')
        return {
          ...look,
          mount(host) {
            followPin(host);
            document.documentElement.append(host);
          },
        };
      if (format !== 'embedded') return look;
      await containers.find(zone);
      return { ...look, mount: (host) => containers.mount(zone, host) };
    },
  };
});
