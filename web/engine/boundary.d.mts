/** The structure text and the numbers of one value, as C++ reads them (src/exchange/json_reader.h). */
export function writeValue(value: unknown): { structure: string; numbers: Float64Array };

/** Writes values one after another. */
export class BoundaryWriter {
  readonly numbers: Float64Array;
  readonly numberCount: number;
  write(value: unknown): string;
}
