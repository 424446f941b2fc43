import type * as z from "zod";

type Output<N extends z.ZodType, V extends z.ZodType> = z.output<N> & { [key: string]: z.output<V> };
type Input<N extends z.ZodType, V extends z.ZodType> = z.input<N> & { [key: string]: z.input<V> };
type OpenObject<N extends z.ZodType, V extends z.ZodType> = z.ZodType<
  Output<N, V>,
  Input<N, V>,
  z.core.$ZodTypeInternals<Output<N, V>, Input<N, V>> & { propValues: z.core.util.PropValues }
>;

/**
 * An object of named properties with others of one kind beside them. Its type is an intersection: one object type with
 * an index signature would ask the named properties to be of that kind too.
 */
export function openObject<N extends z.ZodObject, V extends z.ZodType>(
  named: N,
  others: V,
): OpenObject<N, V> {
  return named.catchall(others) as unknown as OpenObject<N, V>;
}
