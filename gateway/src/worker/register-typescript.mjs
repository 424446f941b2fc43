// Lets a thread import TypeScript when the sources run. `--import tsx` does so on main threads only.
import { register } from "tsx/esm/api";

register();
