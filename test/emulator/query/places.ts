import { QuerySyntaxError } from './querySyntaxError.ts';

interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** Where a picture must have been taken: a circle, or a polygon of at least three corners. */
export type Area =
  | { readonly kind: 'circle'; readonly center: Place; readonly meters: number }
  | { readonly kind: 'polygon'; readonly corners: readonly Place[] };

const earthRadius = 6_371_000;
const units: Readonly<Record<string, number>> = { m: 1, km: 1000, mi: 1609.344 };

/**
 * Reads the value of `LocationTaken`: `lat,long 5km`, two corners of a box, or four corners.
 * @throws {QuerySyntaxError} for anything else.
 */
export function readArea(text: string): Area {
  const circle = /^(\S+)\s+(\d+(?:\.\d+)?)\s*([a-z]+)$/i.exec(text.trim());
  if (circle !== null) {
    const unit = units[circle[3]?.toLowerCase() ?? ''];
    if (unit === undefined) throw new QuerySyntaxError(`${text} has no known unit of length`);
    return {
      kind: 'circle',
      center: readPlace(circle[1] ?? ''),
      meters: Number(circle[2]) * unit,
    };
  }
  const corners = text.split('|').map(readPlace);
  const [first, second] = corners;
  if (corners.length === 2 && first !== undefined && second !== undefined) {
    return {
      kind: 'polygon',
      corners: [
        first,
        { latitude: first.latitude, longitude: second.longitude },
        second,
        { latitude: second.latitude, longitude: first.longitude },
      ],
    };
  }
  if (corners.length !== 4) throw new QuerySyntaxError(`${text} is no place`);
  return { kind: 'polygon', corners };
}

function readPlace(text: string): Place {
  const [, latitude, longitude] =
    /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text) ?? [];
  if (latitude === undefined) throw new QuerySyntaxError(`${text} is no place`);
  return { latitude: Number(latitude), longitude: Number(longitude) };
}

export function isInside(place: Place, area: Area): boolean {
  if (area.kind === 'circle') return distance(place, area.center) <= area.meters;
  let inside = false;
  for (const [index, from] of area.corners.entries()) {
    const to = area.corners[(index + 1) % area.corners.length] ?? from;
    const crosses = from.latitude > place.latitude !== to.latitude > place.latitude;
    const at =
      from.longitude +
      ((place.latitude - from.latitude) / (to.latitude - from.latitude)) *
        (to.longitude - from.longitude);
    if (crosses && place.longitude < at) inside = !inside;
  }
  return inside;
}

/** Metres along a great circle (haversine). */
function distance(from: Place, to: Place): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (angle: number): number => Math.sin(radians(angle) / 2) ** 2;
  const chord =
    half(to.latitude - from.latitude) +
    Math.cos(radians(from.latitude)) *
      Math.cos(radians(to.latitude)) *
      half(to.longitude - from.longitude);
  return 2 * earthRadius * Math.asin(Math.sqrt(chord));
}
