import{r}from"./shared.js";const t={code:"string?",name:"string",kind:"string",district:"string?",province:"string"};function i(i,s){return r("/authorities",i,t,s)}export{t as a,i as l};
