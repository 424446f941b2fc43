export type ArithmeticOperator = "add" | "sub" | "mul" | "divide" | "trueDivide" | "floorDivide" | "modulo";
