# Writes a text file as the string_view goalsheet::embedded::NAME. Pieces of 8,000 bytes: compilers limit one literal.
file(READ ${FILE} text)
string(LENGTH "${text}" length)
set(pieces "")
set(at 0)
while(at LESS length)
  string(SUBSTRING "${text}" ${at} 8000 piece)
  string(APPEND pieces "\nR\"~~~~(${piece})~~~~\"")
  math(EXPR at "${at} + 8000")
endwhile()
file(WRITE ${OUT}
  "#include <string_view>\nnamespace goalsheet::embedded {\nextern const std::string_view ${NAME};\nconst std::string_view ${NAME} = ${pieces};\n}\n")
