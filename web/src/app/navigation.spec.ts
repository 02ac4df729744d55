import { homeOf, placeOf, placesOf } from './navigation';

describe('the menu', () => {
  it('begins at the desk for staff and at the needs for an enterprise', () => {
    expect(homeOf('officer')).toBe('/');
    expect(homeOf('enterprise')).toBe('/needs');
  });

  it('shows an enterprise neither talents nor settings', () => {
    const places = placesOf('enterprise').map(({ to }) => to);
    expect(places).not.toContain('/talents');
    expect(places).not.toContain('/settings');
  });

  it('marks the place a page belongs to', () => {
    const places = placesOf('manager');
    expect(placeOf('/needs/123', places)?.to).toBe('/needs');
    expect(placeOf('/', places)?.to).toBe('/');
    expect(placeOf('/needsomething', places)).toBeUndefined();
  });
});
