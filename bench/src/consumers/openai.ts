import OpenAI from "openai";

const client = new OpenAI({ apiKey: "key" });
export const models = client.models.list();
