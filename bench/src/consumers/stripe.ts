import Stripe from "stripe";

const client = new Stripe("key");
export const customers = client.customers.list();
