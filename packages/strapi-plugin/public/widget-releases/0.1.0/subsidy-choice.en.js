const o={change:"Choose another authority"};export{o as en};
