const l={allMenus:"All menus",kind:"Kind of change",allKinds:"All kinds",audienceLabel:"For",year:"Year (BE)",allYears:"All years"};export{l as en};
