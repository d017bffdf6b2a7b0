/** Short forms by which people with a given name are often known and filed. */
export const nicknames: ReadonlyMap<string, readonly string[]> = new Map(
  `Alexander:Alex,Sandy Alexandra:Alex,Sandra Aikaterini:Katerina,Kathy Amanda:Mandy Anastasia:Tasia,Stacey Anastasios:Tasos,Tas
Andrew:Andy,Drew Andreas:Andrew Angeliki:Angela,Angie Anthony:Tony Antonio:Tony Antonios:Tony Athanasios:Tom,Arthur Belinda:Bel
Benjamin:Ben Bernadette:Bernie Bradley:Brad Bridget:Biddy Cameron:Cam Catherine:Cathy,Kate Caterina:Cathy Charles:Charlie,Chas
Charlotte:Charlie,Lottie Christine:Chris,Chrissy Christopher:Chris Concetta:Connie Christos:Chris Danielle:Dani Daniel:Dan,Danny
David:Dave Deborah:Deb,Debbie Dimitra:Demi,Toula Dimitrios:Jim,Dimitri Domenico:Dom,Mick Edward:Ed,Ted Eleni:Helen Elizabeth:Liz,Beth,Betty
Evangelia:Litsa,Angela Evangelos:Angelo,Vangelis Francesca:Fran Francesco:Frank Frances:Fran Gabriella:Gabby Geoffrey:Geoff
Georgios:George Gerard:Gerry Giovanni:John Giuseppe:Joe Gregory:Greg Harpreet:Preet Gurpreet:Preeti Ioannis:John,Yiannis Ioanna:Joanna
Jacqueline:Jackie Jacob:Jake James:Jim,Jamie Jasmine:Jas Jaspreet:Jas Jeffrey:Jeff Jennifer:Jen,Jenny Jessica:Jess Joanne:Jo Jonathan:Jon
Joseph:Joe Josephine:Josie Joshua:Josh Kathleen:Kath,Kathy Katherine:Kath,Kate Kenneth:Ken Konstantina:Tina,Dina Konstantinos:Con,Kosta
Lachlan:Lachie Luigi:Lou Lynette:Lyn Madeline:Maddie Margaret:Maggie,Marg Mark_Anthony:Mark Matilda:Tilly Matthew:Matt Megan:Meg
Melissa:Mel Michael:Mick,Mike Michelle:Shell Miguel:Mike Mitchell:Mitch Mohamad:Mo Mohammed:Mo Mohammad:Mo Mohamed:Mo Natalie:Nat
Nathan:Nate Nicholas:Nick Nicole:Nicki Nikolaos:Nick,Nikos Olivia:Liv Pamela:Pam Panagiota:Yiota Panagiotis:Peter,Takis Patricia:Trish,Pat
Patrick:Pat,Paddy Philip:Phil Rachel:Rach Raymond:Ray Rebecca:Bec,Becky Richard:Rick,Richie Robert:Rob,Bob Rodney:Rod Ronald:Ron
Rosaria:Rose Rosario:Charo Salvatore:Sam,Sal Samantha:Sam Samuel:Sam Sandeep:Sandy Spiros:Spike Stavroula:Voula Stavros:Steve
Stephanie:Steph Stephen:Steve Steven:Steve Susan:Sue Tamara:Tam Teresa:Terri,Tess Teresita:Tess Thomas:Tom Timothy:Tim
Vanessa:Ness Vasiliki:Vicky,Vasso Vasilios:Bill,Vas Victoria:Vicki,Tori Vincenzo:Vince William:Bill,Will Yousef:Joe Zachary:Zac`
    .split(/\s+/)
    .map((entry): [string, readonly string[]] => {
      const [name = '', short = ''] = entry.split(':');
      return [name.replaceAll('_', ' '), short.split(',')];
    }),
);
