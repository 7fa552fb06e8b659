// Everything here is a help. Each page is whole without it: keys press buttons that are there, selecting fills a field that can be typed in.
import { offerCopies } from "./copies";
import { listenForKeys } from "./keys";
import { fillFromSelection } from "./selection";
import { watchOthers } from "./watch";

listenForKeys();
fillFromSelection();
offerCopies();
watchOthers();
document.getElementById("problems")?.focus();
