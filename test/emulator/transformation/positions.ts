/** Where something sits in a frame: 0 is left or top, 0.5 the middle, 1 right or bottom. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** The nine values of `fo`, `lfo` and `lap`. */
export const positions: Readonly<Record<string, Position>> = {
  center: { x: 0.5, y: 0.5 },
  top: { x: 0.5, y: 0 },
  bottom: { x: 0.5, y: 1 },
  left: { x: 0, y: 0.5 },
  right: { x: 1, y: 0.5 },
  top_left: { x: 0, y: 0 },
  top_right: { x: 1, y: 0 },
  bottom_left: { x: 0, y: 1 },
  bottom_right: { x: 1, y: 1 },
};

export const center: Position = { x: 0.5, y: 0.5 };
