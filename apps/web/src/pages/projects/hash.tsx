/** A hash in groups of eight that one can compare by eye, and what it is for. */
export function Hash({ value, why }: { readonly value: string; readonly why: string }) {
  const groups = value.match(/.{1,8}/g) ?? [];
  return (
    <span className="projects-hash">
      <code>
        {groups.map((group, place) => (
          // Groups of a hash may repeat; their place is what tells them apart.
          <span key={place}>{group}</span>
        ))}
      </code>
      <small className="muted">{why}</small>
    </span>
  );
}
