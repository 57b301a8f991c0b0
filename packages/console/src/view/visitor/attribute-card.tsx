import type { Described } from '../../text/describe-attribute.ts';
import { Row } from './facts.tsx';

/** One thing that the site reported, in words. */
export function AttributeCard({
  described,
}: {
  readonly described: Described;
}) {
  const { title, headline, isBad, items, facts } = described;
  return (
    <section class="attribute" data-bad={isBad ?? false}>
      <h4>
        {title}
        {headline !== undefined && <bdi class="headline">{headline}</bdi>}
      </h4>
      {items.length > 0 && (
        <ul class="items">
          {items.map(({ name, detail, quantity, price }, index) => (
            <li key={index}>
              <span class="quantity">{quantity}×</span>
              <span class="item-name">
                <bdi>{name}</bdi>
                {detail && <bdi class="item-detail">{detail}</bdi>}
              </span>
              {price !== undefined && <bdi class="price">{price}</bdi>}
            </li>
          ))}
        </ul>
      )}
      {facts.length > 0 && (
        <dl class="facts">
          {facts.map(({ label, value }, index) => (
            <Row key={index} label={label}>
              <bdi>{value}</bdi>
            </Row>
          ))}
        </dl>
      )}
    </section>
  );
}
