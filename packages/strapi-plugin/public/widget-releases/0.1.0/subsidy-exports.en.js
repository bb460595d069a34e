const o={download:"Download all as"};export{o as en};
