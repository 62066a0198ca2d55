/**
 * First names that many people in France bear or bore, and some of the most usual of its neighbours, in lower case
 * without accents. Left out are those that name places or things as often (France, Lorraine, Rose, Victoire…).
 */
const FIRST_NAMES = new Set(
  `
  adele adeline adrien agathe agnes ahmed aicha alain alan albane albert alex alexandra alexandre alexia alexis ali
  alice alicia aline alison amandine amelie amina amine anais andre andrea andree ange angela angelique anissa anna
  annabelle anne annick annie anouk anthony antoine antoinette antonin antonio apolline ariane arlette armand armelle
  arnaud arthur astrid aude audrey augustin aurelie aurelien aurore axel axelle ayoub baptiste barbara bastien
  baudouin beatrice benedicte benjamin benoit bernadette bernard berenice bertrand bilal blandine boris brice brigitte
  bruno camille capucine carine carole caroline catherine cecile cedric celia celine chantal charlene charles charline
  charlotte chloe christel christelle christian christiane christine christophe cindy claire clara clarisse claude
  claudette claudie claudine clemence clement clementine coralie coraline corentin corinne cyprien cyril cyrille damien
  daniel daniele danielle danny david deborah delphine denise denis didier dimitri dominique donatien dorian dorothee
  dylan edith edouard edwige eleonore eliane elie eline elisa elisabeth elise elodie elsa emeline emeric emile emilie
  emilien emma emmanuel emmanuelle enzo eric erwan estelle esther etienne eugenie eva evelyne ewan fabien fabienne
  fabrice fanny farid fatiha fatima fatou felix ferdinand fernand flavie flavien flora florent florian floriane francesca
  francine francis franck francois francoise frederic frederique gabriel gabrielle gaelle gaetan gaspard gauthier
  genevieve geoffrey georges georgette gerald geraldine gerard germain ghislain ghislaine gilbert gilberte gilles ginette
  gisele gregoire gregory guillaume guy gwenaelle gwendoline hakim hamza helene henri henriette herve hicham hortense
  hubert hugo hugues ibrahim ingrid irene isabelle isaure ismael jacqueline jacques jade jamal jawad jean jeanine
  jeanne jeannine jennifer jeremie jeremy jerome jessica joel joelle johan johann johanna johanne jonathan jordan josette
  joseph josephine josiane judith jules julia julian julie julien juliette justine karen karim karima karine katia kevin
  khadija khaled kilian laetitia lahcen laura laure laurence laurent laurie lauriane lea leila leon leonard leonie leslie
  liliane lilou lina lionel lisa lise loic lola louis louise luc lucas lucette lucie lucien lucienne lucile ludivine
  ludovic lydia lydie lysiane madeleine mael maelle maeva magali malika malo manon manuel manuella marc marceau marcel
  marcelle margaux margot marguerite maria mariam marianne marie marielle marina marion marius marjorie marlene marthe
  martine maryline maryse maryvonne mathias mathieu mathilde matthieu maud maurice maxence maxime maya mehdi melanie
  melissa melodie michael michel michele micheline michelle mickael mireille mohamed mohammed monique morgane mounir
  mourad muriel mustapha myriam nabil nadege nadia nadine najat nassim natacha nathalie nathan nicolas nicole noel
  noelle noemie nora noura oceane odette odile olivia olivier ophelie oriane oscar pascal pascale pascaline patrice
  patricia patrick paul paule paulette pauline perrine philippe philippine pierre pierrette pierrick quentin rachel
  rachid rachida raphael raphaelle raymond raymonde rebecca regine regis remi remy renaud rene renee richard robert
  robin roger roland rolande romain romane romuald ronan roseline roxane sabine sabrina said salima salome samia samir
  samira samuel sandra sandrine sara sarah sebastien selma serge severine sidonie simon simone sofia solene sonia
  sophie soraya stella stephane stephanie steven suzanne suzie sylvain sylvaine sylvette sylviane sylvie tanguy tania
  tatiana teddy theo theophile theodore therese thibaud thibaut thierry thomas tiffany timothee tom tristan ugo
  valentin valentine valerie vanessa veronique vincent virginie viviane wilfried william xavier yacine yamina yann
  yannick yasmina yasmine yoan yoann yohan yolande youssef yves yvette yvon yvonne zoe zohra

  alexander amanda andrew andreas anja antonella beat bettina brian carla carlo carlos christoph christopher claudia
  elizabeth emily erika fabio fernando francesco franz fritz gabriela gareth giovanni giulia guilherme hannah hans heike
  heinz helen ian james jane jens joerg john jorge jose juan juerg jurgen karl katrin klaus laszlo lorenzo lukas luigi
  manfred marco marcus mario mark markus marta martin mary matthew matthias miguel monika nigel oliver paolo pedro peter
  rafael renato rolf ruth sabrina silvia stefan stefano stephen steven susan susanne teresa thorsten ulrich urs ursula
  uwe werner wolfgang
  `
    .trim()
    .split(/\s+/),
)

/** Whether a word in lower case, without accents, is a usual first name. */
export function isFirstName(word: string): boolean {
  return FIRST_NAMES.has(word)
}
